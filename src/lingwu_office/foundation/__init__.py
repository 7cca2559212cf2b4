"""What every duty stands on and none owns: verdicts, errors said in one sentence, helpers of tests. No models."""
