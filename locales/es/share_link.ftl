link-expired-title = Este enlace ha caducado
link-expired-text = Era válido por un tiempo limitado, que ya ha terminado. Pide uno nuevo a quien te lo envió.
link-revoked-title = Este enlace se ha retirado
link-revoked-text = Quien te lo envió lo ha retirado. Pídele uno nuevo si todavía quieres conectar tu cuenta.
link-used-title = Este enlace ya se ha usado
link-used-text = Servía para conectar una sola cuenta, y eso ya está hecho. Si no lo hiciste tú, avisa a quien envió el enlace.
