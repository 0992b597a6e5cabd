link-expired-title = Questo link è scaduto
link-expired-text = Era valido per un tempo limitato, che è finito. Chiedine uno nuovo a chi te l’ha inviato.
link-revoked-title = Questo link è stato ritirato
link-revoked-text = L’ha ritirato chi te l’aveva inviato. Chiedine uno nuovo se vuoi ancora collegare il tuo account.
link-used-title = Questo link è già stato usato
link-used-text = Serviva a collegare un solo account, e il collegamento è stato fatto. Se non l’hai usato tu, informa chi ha inviato il link.
