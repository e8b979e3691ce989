"""Claims in free Dutch text: found, bound to what they are about, and judged against the document."""
