link-expired-title = Ce lien a expiré
link-expired-text = Il était valable pour une durée limitée, désormais écoulée. Demandez-en un nouveau à la personne qui vous l’a envoyé.
link-revoked-title = Ce lien a été retiré
link-revoked-text = La personne qui vous l’a envoyé l’a retiré. Demandez-lui-en un nouveau si vous souhaitez toujours connecter votre compte.
link-used-title = Ce lien a déjà servi
link-used-text = Il permettait de connecter un seul compte, et c’est fait. Si ce n’était pas vous, prévenez la personne qui a envoyé le lien.
