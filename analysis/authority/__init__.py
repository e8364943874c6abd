"""Where does one authority stand, what changed, what should be asked?"""
