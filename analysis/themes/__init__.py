"""Which themes are raised again and again, which turned?"""
