resume-title = Continúa donde lo dejaste
resume-text = Lo que escribiste antes ya está rellenado. Las claves y las contraseñas nunca se guardan: escríbelas de nuevo.
resume-start-over = Empezar de nuevo
resume-service = Continuar con { $service }
