"""What other parts are told of inside the transaction of a verb; a receiver that raises ``Invalid`` stops the verb."""

from __future__ import annotations

from django.dispatch import Signal

handed_over = Signal()
"""A post changed hands: ``post``, ``giver`` and ``taker`` (persons), ``by``, ``day``. Work that waits at the post moves
by itself; what waits at the giver's own person is for the receivers to move. Sender is ``Post``."""

post_closing = Signal()
"""A post is about to be closed: ``post``, ``by``. Sender is ``Post``."""
