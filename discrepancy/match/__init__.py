"""Claims -> pairs that answer the same question, with the reasons for thinking so."""
