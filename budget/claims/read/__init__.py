"""Words into segments that name lines: what stands in a text, and nothing of whether it is true."""
