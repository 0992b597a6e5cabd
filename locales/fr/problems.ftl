summary-title = { $count ->
    [one] { $count } point demande votre attention
   *[other] { $count } points demandent votre attention
}
summary-title-check = La connexion n’est pas encore établie

## A field's value

problem-missing = Saisissez « { $label } »
problem-missing-choice = Choisissez « { $label } »
problem-not-an-option = Choisissez l’une des options de « { $label } »
problem-pattern = Cette valeur ne correspond pas à « { $label } ». Comparez-la avec celle affichée sur { $service }
problem-pattern-example = Cette valeur ne correspond pas à « { $label } ». Elle devrait ressembler à { $example }
problem-hostname = Saisissez uniquement le nom d’hôte, par exemple { $example }, sans https:// et sans chemin
problem-uri = Saisissez l’adresse entière, en commençant par https://
problem-uuid = Saisissez l’ID avec ses 36 caractères, comme { $example }
problem-email = Saisissez une adresse e-mail, comme nom@example.com
problem-host-label = Saisissez uniquement la première partie de votre adresse, par exemple { $example } pour { $address }
problem-host-label-plain = Saisissez uniquement la partie de votre adresse demandée ici : lettres, chiffres et traits d’union
problem-authority = Saisissez uniquement un nom d’hôte, avec un port si nécessaire, par exemple { $example }
problem-too-long = Cette valeur est trop longue. Saisissez au maximum { $max } caractères

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] Nous avons corrigé votre saisie
   *[other] Nous avons corrigé votre saisie à { $count } endroits
}
repair-url-to-subdomain = { $label } : « { $value } » extrait de l’adresse entière.
repair-trimmed-blanks = { $label } : espaces supprimées au début ou à la fin.
repair-zero-width = { $label } : caractères invisibles supprimés.
repair-bearer-prefix = { $label } : « Bearer » supprimé, nous l’ajoutons pour vous.
repair-pem-line-breaks = { $label } : sauts de ligne rétablis.

## What the service said

check-refused = { $service } n’a pas accepté ces informations. Vérifiez que vous les avez copiées en entier et que le compte a le droit d’utiliser l’API.
check-refused-field = { $service } n’a pas accepté cette valeur : { $label }. Vérifiez que vous l’avez copiée en entier et qu’elle est toujours active.
check-denied = { $service } a refusé l’accès (403). Vérifiez votre saisie et le droit d’utiliser l’API.
check-status = { $service } a donné une réponse inattendue (statut { $status }). Vérifiez votre saisie, ou réessayez dans une minute.
check-no-token = { $service } a répondu, mais n’a pas accordé d’accès avec ces informations. Vérifiez votre saisie.
check-unusable = { $service } a donné une réponse que nous ne pouvons pas lire. Vérifiez votre saisie, ou prévenez les responsables de cette page.
check-unreachable = Nous n’avons pas pu joindre { $host }. Vérifiez l’adresse, ou réessayez dans une minute.
check-timed-out = { $host } a mis trop de temps à répondre. Réessayez dans une minute.
check-forbidden-address = { $host } est une adresse privée à laquelle nous ne nous connectons pas. Saisissez l’adresse publique de votre compte { $service }.
check-tls = Nous n’avons pas pu établir de connexion sécurisée avec { $host } : son certificat n’est pas en règle. Vérifiez l’adresse, ou prévenez les responsables de ce serveur.
check-no-address = Avec ces informations, il n’existe aucune adresse { $service } à interroger. Vérifiez votre saisie, ou prévenez les responsables de cette page.
check-not-set-up = Le service { $service } n’est pas entièrement configuré ici et ne peut donc pas encore être connecté. Prévenez les responsables de cette page ; vous ne pouvez rien y changer vous-même.
check-not-stored = Nous n’avons pas pu enregistrer ces informations : rien n’a été connecté. Réessayez dans une minute.
