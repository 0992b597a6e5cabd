link-expired-title = Este link expirou
link-expired-text = Ele valia por um tempo limitado, que já acabou. Peça um novo a quem o enviou.
link-revoked-title = Este link foi cancelado
link-revoked-text = Quem enviou o link o cancelou. Peça um novo se você ainda quiser conectar sua conta.
link-used-title = Este link já foi usado
link-used-text = Ele servia para conectar uma única conta, e isso já foi feito. Se não foi você, avise quem enviou o link.
