"""How was all this made, and how far can it be trusted?"""
