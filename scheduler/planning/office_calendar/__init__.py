"""The days on which an office does not work: public holidays and its own."""
