"""The parts of the demo company, made by demo/make.py."""
