"""What is unlikely in a journey that can be read: one module for each thing to doubt."""
