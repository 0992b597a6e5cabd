## The user's own page

manage-title = Vos comptes connectés
manage-to = Comptes accessibles à { $app } pour { $person }.
manage-to-unnamed = Comptes accessibles à { $app }.
manage-empty = Aucun compte n’est encore connecté à { $app }.
manage-attention-count = { $count ->
    [one] { $count } compte demande votre attention.
   *[other] { $count } comptes demandent votre attention.
}
manage-works = Fonctionne
manage-unchecked = Pas encore vérifié
manage-awaited = En attente sur { $service }
manage-attention = Demande votre attention
manage-since = Connecté depuis le { $since }. Pas encore utilisé.
manage-since-used = Connecté depuis le { $since }. Dernière utilisation le { $used }.
manage-granted = Accès accordés
manage-reconnect = Reconnecter
manage-reconnect-name = Reconnecter { $name }
manage-rename = Renommer
manage-rename-name = Renommer { $name }
manage-disconnect = Déconnecter
manage-disconnect-name = Déconnecter { $name }
manage-connect-first = Connecter un compte
manage-back = Retour à vos comptes

manage-rename-title = Nommer votre compte { $service }
manage-name = Nom
manage-name-hint = Un nom que vous reconnaîtrez, par exemple « Équipe assistance ». Laissez ce champ vide pour utiliser le nom du service.
manage-name-long = Un nom peut comporter au maximum { $max } caractères. Raccourcissez-le.
manage-save = Enregistrer
manage-saving = Enregistrement…

manage-disconnect-title = Déconnecter votre compte { $service } ?
manage-disconnect-text = { $app } ne pourra plus utiliser ce compte, et les données enregistrées pour y accéder seront supprimées.
manage-disconnect-service = Nous demandons aussi à { $service } de mettre fin à l’accès, si le service le permet. Votre compte { $service } lui-même ne change pas.
manage-disconnecting = Demande envoyée à { $service }…
manage-keep = Garder la connexion
manage-receipt-title = Votre compte { $service } est déconnecté
manage-receipt-here = { $app } ne peut plus utiliser ce compte. Les données enregistrées pour y accéder sont supprimées.
manage-receipt-revoked = { $service } a confirmé que l’accès est aussi supprimé de son côté.
manage-receipt-partly = { $service } a supprimé une partie de l’accès. Le reste prendra fin automatiquement à son expiration. Pour plus de sûreté, vous pouvez le supprimer vous-même sur le service.
manage-receipt-not-offered = { $service } ne nous permet pas de supprimer l’accès de son côté. Si vous avez fourni une clé ou un mot de passe, supprimez-les ou modifiez-les sur le service.
manage-receipt-failed = Nous avons demandé à { $service } de supprimer aussi l’accès de son côté, sans recevoir de confirmation. Vous pouvez le supprimer vous-même sur le service.
manage-receipt-link = Aller sur { $service }
