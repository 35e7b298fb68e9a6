"""What somebody would use instead, as its documentation has it."""
