"""The bilingual engine: vectors, lexicon, names, what is ordinary Arabic; translators behind one protocol."""
