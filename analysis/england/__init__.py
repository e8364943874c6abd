"""How do all authorities stand, who moved, how long did it take?"""
