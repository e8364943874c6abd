"""How does an authority stand beside others?"""
