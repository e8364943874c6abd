"""Answers: pure functions of the data and of what was chosen, one room per question, with its sentences beside the numbers."""
