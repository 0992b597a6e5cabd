resume-title = Continue de onde você parou
resume-text = O que você digitou antes já está preenchido. Chaves e senhas nunca são guardadas: digite-as novamente.
resume-start-over = Começar de novo
resume-service = Continuar com { $service }
