"""What did Ofsted ask for, and what became of it?"""
