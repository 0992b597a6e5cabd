## What a pasted value is instead

hint-if-meant = Si c’est tout de même la bonne valeur, saisissez-la encore une fois et renvoyez le formulaire.
hint-whole-header = Vous avez collé un en-tête entier. Saisissez uniquement la clé, sans « Bearer » ni rien d’autre devant.
hint-assignment = Vous avez collé une ligne entière d’un fichier de configuration. Saisissez uniquement ce qui suit le signe égal.
hint-other-service = Cela ressemble à une clé { $name }, pas à une clé { $service }. Copiez celle qui vient de votre compte { $service }.
hint-wrong-kind = C’est un autre type de clé. { $service } demande celle qui commence par { $name }.
hint-publishable-key = C’est la clé publique, que tout le monde peut voir ; elle ne convient pas ici. Copiez la clé secrète, qui commence par { $name }.
hint-test-key = C’est une clé de test. Elle ne donne accès qu’à des données de test.
hint-key-name = C’est le nom de la clé, pas la clé elle-même. Copiez sa valeur.
hint-webhook-secret = Ce secret sert à vérifier les webhooks. Copiez plutôt la clé API.
hint-password-not-token = Cela ressemble à un mot de passe. { $service } demande un jeton, à créer dans votre compte.

## What a service's refusal means

hint-token-unknown = { $service } a répondu, mais ne reconnaît pas cette valeur : { $label }. Vérifiez que vous l’avez copiée en entier et qu’elle n’a pas été supprimée dans votre compte.
hint-pair-unknown = { $service } a répondu, mais ces informations ne vont pas ensemble. Vérifiez que la clé vient du même compte et que vous l’avez copiée en entier.
hint-address-unknown = { $service } n’a aucun compte à cette adresse. Vérifiez cette partie de l’adresse.
hint-token-expired = Cette valeur a expiré : { $label }. Créez-en une nouvelle sur { $service }.
hint-token-revoked = Cette valeur a été révoquée ou désactivée sur { $service } : { $label }. Créez-en une nouvelle.
hint-scope-missing = { $service } reconnaît cette valeur ({ $label }), mais ses droits ne suffisent pas. Accordez-lui les autorisations indiquées dans le guide, ou créez-en une qui les a.
hint-wrong-region = { $service } ne reconnaît pas cette valeur ({ $label }) dans la région choisie. Choisissez la région de votre compte.
hint-token-access-off = Ce mode d’authentification est désactivé dans votre compte { $service }. La personne qui l’administre peut l’activer.
hint-account-inactive = { $service } indique que ce compte n’est pas actif, ou que son offre ne comprend pas l’accès à l’API. Identifiez-vous sur le service pour en voir la raison.
hint-address-not-listed = { $service } n’accepte que les appels provenant des adresses indiquées dans le compte. La personne qui l’administre peut compléter la liste.
hint-single-sign-on = Votre organisation exige l’authentification unique. Ouvrez cette valeur ({ $label }) sur { $service } et autorisez-la pour l’organisation.
hint-locked-out = { $service } refuse cette authentification après un trop grand nombre de tentatives. Identifiez-vous une fois sur le site du service, puis réessayez ici.
