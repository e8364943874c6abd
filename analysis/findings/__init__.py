"""What exactly did inspectors write?"""
