## Frame around every page

back = Retour
close = Fermer
help = Aide
badge = Sécurisé par Nango
reference = Référence : { $reference }
reference-hint = Communiquez cette référence à l’assistance, qui pourra retrouver ce qui s’est passé.
error-prefix = Erreur :
opens-in-new-tab = s’ouvre dans un nouvel onglet
try-again = Réessayer
done = Terminé

leave-title = Quitter sans connecter ?
leave-text = Votre saisie sera perdue.
leave-stay = Rester ici
leave-go = Quitter

time-text = Cette page expire dans cinq minutes.
time-extend = Rester 30 minutes de plus
time-extended = C’est fait. Vous avez 30 minutes de plus.
time-failed = Le délai n’a pas pu être prolongé. Votre saisie est toujours là.

## Opened without a session

waiting-title = Connecter votre compte
waiting-text = Un instant…
bare-title = Cette adresse s’ouvre depuis une application
bare-text = C’est ici que vous connectez vos comptes sur d’autres services, lorsqu’une application vous le demande. Revenez à l’application et choisissez-y la connexion, ou ouvrez le lien que vous avez reçu.
unopened-title = L’application n’a pas ouvert cette page correctement
unopened-text = Fermez la page et réessayez dans l’application. Si cela ne suffit pas, prévenez l’équipe { $app }.
refusal-title = Cette page ne peut pas être affichée ici
refusal-text = { $origin } ne figure pas dans la liste des adresses autorisées à l’afficher. Rien n’a été ouvert et rien n’a été transmis.
refusal-admin = Si vous gérez cette application, ajoutez l’adresse sous « Environment settings », « Connect UI », « Allowed origins ».

## Picker

picker-title = Que souhaitez-vous connecter ?
picker-to = Vous connectez un service à { $app } en tant que { $person }.
picker-to-unnamed = Vous connectez un service à { $app } sans nom d’utilisateur.
picker-search = Rechercher
picker-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
picker-empty = Aucun résultat pour « { $query } ».
picker-nothing = Aucun service ici ne porte ce nom.
picker-all = Tout afficher
no-integrations-title = Rien à connecter pour l’instant
no-integrations-text = { $app } n’a encore configuré aucun service. Son équipe peut en ajouter.

## Results

done-title = Votre compte { $service } est connecté
done-text = { $app } peut désormais l’utiliser.
done-close = Vous pouvez fermer cette page.
done-another = Connecter un autre compte
failure-title = Votre compte { $service } n’a pas été connecté
expired-title = Cette page a expiré
expired-text = Elle a expiré à { $time }. Revenez à { $app } et recommencez.
expired-text-plain = Revenez à { $app } et recommencez.
expired-who = Si vous avez suivi un lien pour arriver ici, demandez-en un nouveau à la personne qui vous l’a envoyé.
finished-title = C’est déjà fait
finished-text = Votre compte { $service } est connecté. Il n’y a plus rien à faire ici.
finished-text-plain = Un compte est connecté. Il n’y a plus rien à faire ici.
not-found-title = Il n’y a rien à cette adresse
not-found-text = Le lien est peut-être incomplet. Copiez-le en entier, ou revenez à { $app } et recommencez.
error-title = Un problème est survenu de notre côté
error-text = Cela ne vient pas de vous. Réessayez dans une minute.
error-busy-title = Trop de demandes en peu de temps
error-busy-text = Cette page a été ouverte très souvent en un court instant. Attendez une minute, puis réessayez.
error-maintenance-title = Nous revenons tout de suite
error-maintenance-text = Le service n’est pas disponible pour le moment. Réessayez dans une minute.
error-ended-title = Cette page n’est plus utilisée
error-ended-text = { $app } l’a fermée. Revenez à { $app } et recommencez.
error-browser-title = Cette page est ouverte ailleurs
error-browser-text = Elle est liée au navigateur qui a ouvert le lien en premier. Continuez dans celui-ci, ou ouvrez de nouveau le lien ici.
error-large-title = Le contenu est trop long pour ce formulaire
error-large-text = L’un des champs contient beaucoup plus que nécessaire. Revenez en arrière et vérifiez ce que vous avez collé.
error-unsupported-title = Ce mode de connexion n’est pas encore pris en charge
error-unsupported-text = Rien n’a été connecté. L’équipe { $app } peut choisir un autre moyen de connecter ce service.
