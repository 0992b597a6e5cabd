## Who opened a link

verify-title = Est-ce bien vous ?
verify-unsent = Avant que vous ne connectiez un compte à { $app }, nous envoyons un code à { $address }.
verify-sent = Nous avons envoyé un code à { $address }. Il peut mettre une minute à arriver.
verify-code = Code reçu par e-mail
verify-hint = Six chiffres, valable dix minutes.
verify-check = Continuer
verify-checking = Vérification…
verify-send = Envoyer le code
verify-again = Envoyer un nouveau code
verify-wrong = Ce n’est pas le code du dernier e-mail. Vérifiez-le et réessayez.
verify-no-code = Saisissez les six chiffres indiqués dans l’e-mail.
verify-over = Ce code n’est plus valable. Demandez-en un nouveau.
verify-not-sent = L’e-mail n’a pas pu être envoyé. Réessayez dans une minute. Si cela ne suffit pas, prévenez l’équipe { $app }.
verify-no-more = Aucun autre code ne sera envoyé pour ce lien. Demandez un nouveau lien à { $app }.
verify-first-title = Nous devons d’abord vérifier que c’est bien vous
verify-first-text = Rien n’a été connecté. Ouvrez dans une nouvelle fenêtre le lien envoyé par { $app } et suivez-le depuis le début.
verify-answer-title = Cette confirmation n’est pas valable ici
verify-answer-text = Elle ne sert qu’une fois, pendant dix minutes, dans le navigateur où le lien a été ouvert. Ouvrez de nouveau le lien envoyé par { $app }.
done-finish = { $app } prend maintenant le relais.
done-return = Retour à { $app }
mail-code-subject = { $code } est votre code pour { $app }
mail-code-text =
    Bonjour,

    Une personne a ouvert un lien envoyé par { $app } pour connecter un compte en votre nom. Si c’était vous, saisissez ce code sur la page ouverte :

    { $code }

    Il est valable dix minutes. Ne le transmettez à personne et ne le lisez à personne à voix haute. Si vous n’avez pas ouvert un tel lien, vous n’avez rien à faire : sans le code, rien n’est connecté.

    Cet e-mail a été envoyé pour { $app } par { $host }.
