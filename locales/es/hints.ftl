## What a pasted value is instead

hint-if-meant = Si aun así es correcto, escríbelo otra vez y vuelve a enviarlo.
hint-whole-header = Pegaste un encabezado completo. Escribe solo la clave, sin «Bearer» ni nada más delante.
hint-assignment = Pegaste una línea completa de un archivo de configuración. Escribe solo lo que va después del signo igual.
hint-other-service = Parece una clave de { $name }, no de { $service }. Copia la de { $service }.
hint-wrong-kind = Es otro tipo de clave. { $service } necesita la que empieza por { $name }.
hint-publishable-key = Es la clave pública, que cualquiera puede ver y que aquí no sirve. Copia la secreta, que empieza por { $name }.
hint-test-key = Es una clave de prueba. Con ella solo se accede a datos de prueba.
hint-key-name = Es el nombre de la clave, no la clave en sí. Copia su valor.
hint-webhook-secret = Este secreto sirve para verificar webhooks. Copia la clave de API en su lugar.
hint-password-not-token = Parece una contraseña. { $service } necesita un token, que se crea en tu cuenta.

## What a service's refusal means

hint-token-unknown = { $service } respondió, pero no reconoce este dato: { $label }. Comprueba que lo copiaste completo y que no se eliminó allí.
hint-pair-unknown = { $service } respondió, pero estos datos no corresponden entre sí. Comprueba que la clave es de la misma cuenta y que la copiaste completa.
hint-address-unknown = { $service } no tiene ninguna cuenta en esta dirección. Revisa esta parte de la dirección.
hint-token-expired = Este dato ha caducado: { $label }. Crea uno nuevo en { $service }.
hint-token-revoked = Este dato se revocó o se desactivó en { $service }: { $label }. Crea uno nuevo allí.
hint-scope-missing = { $service } reconoce este dato ({ $label }), pero sus permisos no son suficientes. Dale los permisos que indica la guía o crea uno que los tenga.
hint-wrong-region = { $service } no reconoce este dato ({ $label }) en la región que elegiste. Elige la región de tu cuenta.
hint-token-access-off = Esta forma de iniciar sesión está desactivada en tu cuenta de { $service }. Quien la administra puede activarla.
hint-account-inactive = { $service } indica que esta cuenta no está activa o que su plan no incluye acceso a la API. Inicia sesión allí para ver el motivo.
hint-address-not-listed = { $service } solo acepta llamadas desde las direcciones que figuran en la cuenta. Quien la administra puede ampliar la lista.
hint-single-sign-on = Tu organización exige el inicio de sesión único. Abre este dato ({ $label }) en { $service } y autorízalo para la organización.
hint-locked-out = { $service } rechaza este inicio de sesión tras demasiados intentos. Inicia sesión una vez en sus propias páginas e inténtalo de nuevo aquí.
