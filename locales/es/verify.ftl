## Who opened a link

verify-title = ¿Eres tú?
verify-unsent = Antes de que conectes algo con { $app }, enviamos un código a { $address }.
verify-sent = Hemos enviado un código a { $address }. Puede tardar un minuto en llegar.
verify-code = Código del correo
verify-hint = Seis cifras, válido durante diez minutos.
verify-check = Continuar
verify-checking = Comprobando…
verify-send = Enviar el código
verify-again = Enviar un código nuevo
verify-wrong = Este no es el código del último correo. Revísalo e inténtalo de nuevo.
verify-no-code = Escribe las seis cifras del correo.
verify-over = Este código ya no es válido. Pide uno nuevo.
verify-not-sent = No se pudo enviar el correo. Inténtalo de nuevo en un minuto. Si eso no ayuda, avisa al equipo de { $app }.
verify-no-more = No se envían más códigos para este enlace. Pide un enlace nuevo a { $app }.
verify-first-title = Primero necesitamos saber que eres tú
verify-first-text = No se conectó nada. Abre en una ventana nueva el enlace que te envió { $app } y síguelo desde el principio.
verify-answer-title = Esta confirmación no es válida aquí
verify-answer-text = Sirve una sola vez, durante diez minutos, en el navegador en el que se abrió el enlace. Abre de nuevo el enlace de { $app }.
done-finish = { $app } se encarga a partir de ahora.
done-return = Volver a { $app }
mail-code-subject = { $code } es tu código para { $app }
mail-code-text =
    Hola:

    Alguien ha abierto un enlace de { $app } para conectar una cuenta en tu nombre. Si has sido tú, escribe este código en la página que se abrió:

    { $code }

    Es válido durante diez minutos. No se lo des a nadie ni se lo leas a nadie. Si no abriste ningún enlace de este tipo, no tienes que hacer nada: sin el código no se conecta nada.

    Este correo se ha enviado en nombre de { $app } desde { $host }.
