# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = La persona que conecta su cuenta
code-by-owner = Tú, en tu backend o en la integración
code-by-service = El servicio
code-by-operator = La persona que administra este servidor

## The codes

code-fields-refused = Los datos escritos no se ajustan al formulario
code-fields-refused-remedy = La persona ve en cada campo qué se espera. Si muchas personas se detienen aquí, quizá haya que mejorar las indicaciones del formulario.
code-credentials-refused = El servicio no aceptó las credenciales
code-credentials-refused-remedy = La persona necesita otras credenciales o más permisos en el servicio. El paso indica el estado con el que respondió el servicio.
code-check-unclear = La respuesta del servicio no dice nada sobre las credenciales
code-check-unclear-remedy = Puede que el servicio no funcione o que su dirección no sea la que se escribió. Inténtalo más tarde; si sigue igual, quizá la comprobación de la definición esté desactualizada.
code-check-impossible = La definición y los valores no dan ninguna llamada con la que comprobar
code-check-impossible-remedy = Revisa la definición del proveedor: connect-ui providers check indica qué falta.
code-access-denied = La persona no permitió el acceso en el servicio
code-access-denied-remedy = No hay ningún error. Si muchas personas lo rechazan, pide menos permisos.
code-no-code = El servicio devolvió a la persona sin un código
code-no-code-remedy = Compara la URL de retorno y los permisos con los que están registrados en el servicio.
code-approval-requested = La instalación todavía debe aprobarse en el servicio
code-approval-requested-remedy = La aprueba allí alguien con permiso para hacerlo; la conexión se completa sola.
code-issuer-mismatch = La respuesta no vino del servidor al que se preguntó
code-issuer-mismatch-remedy = No se intercambió nada. Si se repite, revisa el emisor en la definición.
code-token-refused = El servicio rechazó la solicitud del token
code-token-refused-remedy = El paso contiene el error del servicio. A menudo falla el secreto del cliente, la URL de retorno o el reloj.
code-unable-to-parse-token-response = No se puede leer la respuesta del servicio
code-unable-to-parse-token-response-remedy = El servicio respondió algo distinto de lo que dice su definición. Avisa a quien mantiene la definición.
code-service-unreachable = El servicio no respondió
code-service-unreachable-remedy = Inténtalo más tarde. Si nunca responde, revisa la dirección y si este servidor tiene permiso para llamarla (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = Falta el cliente o la aplicación de la integración, o el servicio no lo acepta
code-provider-config-err-remedy = Abre la integración y escribe el ID de cliente y el secreto que muestra el servicio.
code-unknown-config-key = Falta la definición del proveedor o está incompleta
code-unknown-config-key-remedy = Vuelve a añadir la definición (CONNECT_UI_PROVIDERS) o elimina la integración.
code-auth-mode-err = Esta integración no se puede conectar de esta manera
code-auth-mode-err-remedy = Usa la llamada o la página que corresponde a la forma de autenticación del proveedor.
code-url-param-err = Falta un valor necesario para la dirección del servicio, o no es correcto
code-url-param-err-remedy = La persona lo escribe en el formulario, o la sesión lo predefine en integrations_config_defaults.
code-foreign-installation = La persona no tiene permiso para ver la instalación recibida
code-foreign-installation-remedy = Debe iniciar sesión en el servicio con la cuenta que hizo la instalación.
code-connection-test-failed = El servicio no aceptó las credenciales de la integración
code-connection-test-failed-remedy = Compara la configuración de la integración con la del servicio.
code-unknown-connect-session-token = La sesión de conexión no existe o ha caducado
code-unknown-connect-session-token-remedy = Tu backend crea una sesión nueva poco antes de usarla.
code-integration-not-allowed = La sesión no permite esta integración
code-integration-not-allowed-remedy = Inclúyela en allowed_integrations o quita ese parámetro.
code-exchange-needs-connect-ui = El código de la sesión no puede pasar por una ventana abierta por el SDK
code-exchange-needs-connect-ui-remedy = Abre Connect UI en lugar de nango.auth(), o quita connect_ui.completion.
code-verification-required = La sesión pregunta quién está ahí, y eso solo lo puede hacer su enlace alojado
code-verification-required-remedy = Envía a la persona su connect_link.
code-flow-expired = La persona no volvió del servicio a tiempo
code-flow-expired-remedy = Puede intentarlo de nuevo. Si muchas personas no vuelven, mira qué les muestra el servicio.
code-cancelled = La persona canceló
code-cancelled-remedy = No hay que hacer nada.
code-session-ended = Entretanto se cerró la sesión o se eliminó la integración
code-session-ended-remedy = Tu backend crea una sesión nueva.
code-connection-deleted = La conexión que se iba a renovar está eliminada
code-connection-deleted-remedy = Tu backend crea una sesión para una conexión nueva.
code-not-stored = La base de datos no guardó la conexión
code-not-stored-remedy = La persona que administra este servidor revisa su registro y /ready.
code-unknown-err = No se pudo establecer la conexión
code-unknown-err-remedy = La persona que administra este servidor encuentra el motivo en su registro.
code-not-verified = El código del correo no era correcto
code-not-verified-remedy = La persona escribe el código más reciente o pide otro.
code-popup-blocked = El navegador bloqueó la ventana del servicio
code-popup-blocked-remedy = La persona permite las ventanas emergentes de tu página. Abre la ventana directamente al hacer clic, sin esperar a nada.
code-popup-closed = La ventana del servicio se cerró antes de terminar
code-popup-closed-remedy = La persona puede intentarlo de nuevo.
code-lookup-failed = No se pudo obtener un valor que necesitan las llamadas
code-lookup-failed-remedy = Se vuelve a intentar cuando tu backend lee la conexión. Los errores de la conexión indican cuál es.
code-refresh-token-external-error = No se pudieron renovar las credenciales
code-refresh-token-external-error-remedy = Si continúa, la persona vuelve a conectar su cuenta: el servicio ha puesto fin al acceso.
code-refresh-interrupted = No se sabe cómo terminó una renovación
code-refresh-interrupted-remedy = Puede que el servicio haya sustituido el token. Si la próxima renovación también falla, la persona vuelve a conectar su cuenta.
