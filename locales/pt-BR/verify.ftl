## Who opened a link

verify-title = É você?
verify-unsent = Antes de você conectar algo a { $app }, enviamos um código para { $address }.
verify-sent = Enviamos um código para { $address }. Ele pode levar um minuto para chegar.
verify-code = Código do e-mail
verify-hint = Seis dígitos, válido por dez minutos.
verify-check = Continuar
verify-checking = Verificando…
verify-send = Enviar o código
verify-again = Enviar um novo código
verify-wrong = Este não é o código do e-mail mais recente. Confira e tente novamente.
verify-no-code = Digite os seis dígitos do e-mail.
verify-over = Este código não é mais válido. Peça um novo.
verify-not-sent = Não foi possível enviar o e-mail. Tente novamente em um minuto. Se isso não ajudar, avise a equipe de { $app }.
verify-no-more = Não são enviados mais códigos para este link. Peça um novo link a { $app }.
verify-first-title = Primeiro precisamos saber que é você
verify-first-text = Nada foi conectado. Abra em uma nova janela o link que { $app } enviou a você e siga-o desde o início.
verify-answer-title = Esta confirmação não é válida aqui
verify-answer-text = Ela vale uma única vez, por dez minutos, no navegador em que o link foi aberto. Abra novamente o link de { $app }.
done-finish = Agora { $app } continua a partir daqui.
done-return = Voltar para { $app }
mail-code-subject = { $code } é o seu código para { $app }
mail-code-text =
    Olá,

    Alguém abriu um link de { $app } para conectar uma conta em seu nome. Se foi você, digite este código na página aberta:

    { $code }

    Ele é válido por dez minutos. Não passe o código a ninguém, nem o leia para ninguém. Se você não abriu um link assim, não precisa fazer nada: sem o código, nada é conectado.

    Este e-mail foi enviado em nome de { $app } por { $host }.
