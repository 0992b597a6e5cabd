summary-title = { $count ->
    [one] Un punto requiere tu atención
   *[other] { $count } puntos requieren tu atención
}
summary-title-check = Todavía no hay conexión

## A field's value

problem-missing = Escribe «{ $label }»
problem-missing-choice = Elige «{ $label }»
problem-not-an-option = Elige una de las opciones de «{ $label }»
problem-pattern = Esto no parece «{ $label }». Compáralo con lo que aparece en { $service }
problem-pattern-example = Esto no parece «{ $label }». Debería parecerse a { $example }
problem-hostname = Escribe solo el nombre del host, por ejemplo { $example }, sin https:// y sin ruta
problem-uri = Escribe la dirección completa, empezando por https://
problem-uuid = Escribe el ID con sus 36 caracteres, como { $example }
problem-email = Escribe una dirección de correo, como nombre@example.com
problem-host-label = Escribe solo la primera parte de tu dirección, por ejemplo { $example } de { $address }
problem-host-label-plain = Escribe solo la parte de tu dirección que va aquí: letras, cifras y guiones
problem-authority = Escribe solo un nombre de host, con puerto si hace falta, por ejemplo { $example }
problem-too-long = El texto es demasiado largo. Escribe como máximo { $max } caracteres

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] Hemos corregido lo que escribiste
   *[other] Hemos corregido lo que escribiste en { $count } lugares
}
repair-url-to-subdomain = { $label }: se tomó «{ $value }» de la dirección completa.
repair-trimmed-blanks = { $label }: se quitaron espacios al principio o al final.
repair-zero-width = { $label }: se quitaron caracteres invisibles.
repair-bearer-prefix = { $label }: se quitó «Bearer»; lo añadimos por ti.
repair-pem-line-breaks = { $label }: se restablecieron los saltos de línea.

## What the service said

check-refused = { $service } no aceptó estos datos. Comprueba que los copiaste completos y que la cuenta puede usar la API.
check-refused-field = { $service } no aceptó este dato: { $label }. Comprueba que lo copiaste completo y que sigue activo.
check-denied = { $service } denegó el acceso (403). Revisa lo que escribiste y si tiene permiso para usar la API.
check-status = { $service } dio una respuesta inesperada (estado { $status }). Revisa lo que escribiste o inténtalo de nuevo en un minuto.
check-no-token = { $service } respondió, pero no dio acceso con estos datos. Revisa lo que escribiste.
check-unusable = { $service } dio una respuesta que no podemos leer. Revisa lo que escribiste o avisa a los responsables de esta página.
check-unreachable = No pudimos conectar con { $host }. Revisa la dirección o inténtalo de nuevo en un minuto.
check-timed-out = { $host } tardó demasiado en responder. Inténtalo de nuevo en un minuto.
check-forbidden-address = { $host } es una dirección privada a la que no nos conectamos. Escribe la dirección pública de tu cuenta de { $service }.
check-tls = No pudimos establecer una conexión segura con { $host } porque su certificado no es correcto. Revisa la dirección o avisa a los responsables de ese servidor.
check-no-address = Con estos datos no hay ninguna dirección de { $service } que podamos consultar. Revisa lo que escribiste o avisa a los responsables de esta página.
check-not-set-up = La configuración de { $service } no está completa aquí, así que todavía no se puede conectar. Avisa a los responsables de esta página; tú no puedes cambiarlo.
check-not-stored = No pudimos guardar estos datos, así que no se conectó nada. Inténtalo de nuevo en un minuto.
