"""How was each part judged, and what may be compared with what?"""
