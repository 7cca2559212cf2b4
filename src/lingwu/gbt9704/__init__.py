"""The numbers and faces of GB/T 9704—2012 and what an office overrides; typesetting and rules on layout share them."""
