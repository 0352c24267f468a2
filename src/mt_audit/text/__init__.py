"""Text: pure functions over Arabic, English and German."""
