reconnect-who = Vous reconnectez { $service } à { $app } en tant que { $person }.
reconnect-who-unnamed = Vous reconnectez { $service } à { $app } sans nom d’utilisateur.
reconnect-trouble = Pourquoi cette demande
reconnect-refused-since = Depuis le { $date }, { $app } ne peut plus renouveler son accès à votre compte { $service }. Cela arrive lorsqu’un mot de passe a été modifié ou que l’accès a été retiré sur le service.
reconnect-refused = { $app } ne peut plus renouveler son accès à votre compte { $service }. Cela arrive lorsqu’un mot de passe a été modifié ou que l’accès a été retiré sur le service.
reconnect-interrupted-since = Le { $date }, un renouvellement de l’accès à votre compte { $service } a été interrompu, et l’accès a peut-être été perdu.
reconnect-interrupted = Un renouvellement de l’accès à votre compte { $service } a été interrompu, et l’accès a peut-être été perdu.
reconnect-look-up = { $app } ne peut pas lire toutes les données nécessaires dans votre compte { $service }.
reconnect-remedy = Reconnecter votre compte résout le problème. Rien d’autre ne change dans { $app }.
reconnect-button = Reconnecter
reconnect-no-input = Il n’y a rien à saisir. Choisissez « Reconnecter » et nous nous occupons du reste.
reconnect-done-title = Votre compte { $service } est reconnecté
reconnect-done-text = { $app } peut de nouveau l’utiliser.
reconnect-gone-title = Cette connexion n’existe plus
reconnect-gone-text = { $app } a supprimé la connexion à rétablir. Revenez à { $app } et connectez-y votre compte. Si vous avez suivi un lien pour arriver ici, demandez-en un nouveau à la personne qui vous l’a envoyé.
reconnect-date = { $day } { $month ->
    [m1] janvier
    [m2] février
    [m3] mars
    [m4] avril
    [m5] mai
    [m6] juin
    [m7] juillet
    [m8] août
    [m9] septembre
    [m10] octobre
    [m11] novembre
   *[m12] décembre
} { $year }
