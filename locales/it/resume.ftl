resume-title = Riprendi da dove avevi interrotto
resume-text = I dati inseriti in precedenza sono già compilati. Le chiavi e le password non vengono mai conservate: inseriscile di nuovo.
resume-start-over = Ricomincia
resume-service = Continua con { $service }
