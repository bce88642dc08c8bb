"""Linked data: one module for each profile, and the vocabulary of the lossless one."""
