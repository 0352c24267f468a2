"""Machine or human, from the Arabic alone: the kinds of evidence and how they are weighed."""
