"""Tests of the print room: what is on the paper is read back from the paper."""
