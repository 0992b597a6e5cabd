## Frame around every page

back = Atrás
close = Cerrar
help = Ayuda
badge = Protegido por Nango
reference = Referencia: { $reference }
reference-hint = Da esta referencia al equipo de soporte para que pueda ver qué ocurrió.
error-prefix = Error:
opens-in-new-tab = se abre en una pestaña nueva
try-again = Intentar de nuevo
done = Listo

leave-title = ¿Salir sin conectar?
leave-text = Se perderá lo que escribiste.
leave-stay = Seguir aquí
leave-go = Salir

time-text = El tiempo de esta página termina en cinco minutos.
time-extend = Seguir 30 minutos más
time-extended = Hecho. Tienes 30 minutos más.
time-failed = No se pudo ampliar el tiempo. Lo que escribiste sigue aquí.

## Opened without a session

waiting-title = Conecta tu cuenta
waiting-text = Un momento…
bare-title = Esta dirección se abre desde una aplicación
bare-text = Aquí conectas tus cuentas de otros servicios cuando una aplicación te lo pide. Vuelve a la aplicación y elige allí la conexión, o abre el enlace que te enviaron.
unopened-title = La aplicación no abrió esta página correctamente
unopened-text = Ciérrala e inténtalo de nuevo en la aplicación. Si eso no ayuda, avisa al equipo de { $app }.
refusal-title = Esta página no se puede mostrar aquí
refusal-text = { $origin } no figura en la lista de direcciones que pueden mostrarla, así que no se abrió ni se compartió nada.
refusal-admin = Si administras esta aplicación, añade la dirección en «Environment settings», «Connect UI», «Allowed origins».

## Picker

picker-title = ¿Qué quieres conectar?
picker-to = Vas a conectar un servicio con { $app } como { $person }.
picker-to-unnamed = Vas a conectar un servicio con { $app } sin indicar un usuario.
picker-search = Buscar
picker-count = { $count ->
    [one] Un servicio
   *[other] { $count } servicios
}
picker-empty = No hay resultados para «{ $query }».
picker-nothing = Ningún servicio tiene aquí ese nombre.
picker-all = Mostrar todo
no-integrations-title = Todavía no hay nada que conectar
no-integrations-text = { $app } no ha configurado ningún servicio. Su equipo puede añadirlos.

## Results

done-title = Tu cuenta de { $service } está conectada
done-text = { $app } puede usarla a partir de ahora.
done-close = Puedes cerrar esta página.
done-another = Conectar otra cuenta
failure-title = No se conectó tu cuenta de { $service }
expired-title = El tiempo de esta página ha terminado
expired-text = Terminó a las { $time }. Vuelve a { $app } y empieza de nuevo.
expired-text-plain = Vuelve a { $app } y empieza de nuevo.
expired-who = Si llegaste aquí por un enlace, pide uno nuevo a quien te lo envió.
finished-title = Esto ya está hecho
finished-text = Tu cuenta de { $service } está conectada. No queda nada por hacer aquí.
finished-text-plain = Hay una cuenta conectada. No queda nada por hacer aquí.
not-found-title = No hay nada en esta dirección
not-found-text = Puede que el enlace esté incompleto. Cópialo entero, o vuelve a { $app } y empieza de nuevo.
error-title = Algo falló por nuestra parte
error-text = No se debe a nada que hayas hecho. Inténtalo de nuevo en un minuto.
error-busy-title = Demasiadas solicitudes en poco tiempo
error-busy-text = Esta página se abrió muchas veces en poco tiempo. Espera un minuto e inténtalo de nuevo.
error-maintenance-title = Volvemos enseguida
error-maintenance-text = El servicio no está disponible en este momento. Inténtalo de nuevo en un minuto.
error-ended-title = Esta página ya no está en uso
error-ended-text = { $app } la ha cerrado. Vuelve a { $app } y empieza de nuevo.
error-browser-title = Esta página está abierta en otro lugar
error-browser-text = Pertenece al navegador que abrió primero el enlace. Continúa allí o abre el enlace de nuevo aquí.
error-large-title = El contenido es demasiado largo para este formulario
error-large-text = Uno de los campos contiene mucho más de lo que necesita. Vuelve atrás y revisa lo que pegaste.
error-unsupported-title = Esta forma de conectar todavía no está disponible
error-unsupported-text = No se conectó nada. El equipo de { $app } puede elegir otra forma de conectar este servicio.
