## The user's own page

manage-title = Tus cuentas conectadas
manage-to = Lo que { $app } puede usar como { $person }.
manage-to-unnamed = Lo que { $app } puede usar.
manage-empty = Todavía no hay nada conectado con { $app }.
manage-attention-count = { $count ->
    [one] Una cuenta requiere tu atención.
   *[other] { $count } cuentas requieren tu atención.
}
manage-works = Funciona
manage-unchecked = Sin comprobar todavía
manage-awaited = Esperando a { $service }
manage-attention = Requiere tu atención
manage-since = Conectada desde el { $since }. Sin usar todavía.
manage-since-used = Conectada desde el { $since }. Último uso: { $used }.
manage-granted = Qué acceso se concedió
manage-reconnect = Volver a conectar
manage-reconnect-name = Volver a conectar { $name }
manage-rename = Cambiar nombre
manage-rename-name = Cambiar nombre de { $name }
manage-disconnect = Desconectar
manage-disconnect-name = Desconectar { $name }
manage-connect-first = Conectar una cuenta
manage-back = Volver a tus cuentas

manage-rename-title = Pon un nombre a tu cuenta de { $service }
manage-name = Nombre
manage-name-hint = Un nombre que reconozcas, por ejemplo «Equipo de soporte». Déjalo vacío para usar el nombre del servicio.
manage-name-long = Un nombre puede tener como máximo { $max } caracteres. Acórtalo.
manage-save = Guardar
manage-saving = Guardando…

manage-disconnect-title = ¿Desconectar tu cuenta de { $service }?
manage-disconnect-text = { $app } ya no podrá usar esta cuenta, y se eliminará lo que tiene guardado para acceder a ella.
manage-disconnect-service = También pediremos a { $service } que ponga fin al acceso, si el servicio lo permite. Tu cuenta de { $service } sigue como está.
manage-disconnecting = Consultando a { $service }…
manage-keep = Mantener la conexión
manage-receipt-title = Tu cuenta de { $service } está desconectada
manage-receipt-here = { $app } ya no puede usar esta cuenta. Lo que tenía guardado para acceder a ella se ha eliminado.
manage-receipt-revoked = { $service } ha confirmado que el acceso también ha terminado allí.
manage-receipt-partly = { $service } ha puesto fin a una parte del acceso. El resto terminará solo cuando caduque. Para mayor seguridad, puedes terminarlo allí tú.
manage-receipt-not-offered = { $service } no nos ofrece ninguna forma de poner fin al acceso allí. Si diste una clave o una contraseña, elimínala o cámbiala allí.
manage-receipt-failed = Pedimos a { $service } que también pusiera fin al acceso, pero no lo confirmó. Puedes hacerlo tú allí.
manage-receipt-link = Ir a { $service }
