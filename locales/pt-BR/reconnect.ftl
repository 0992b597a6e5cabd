reconnect-who = Você está reconectando { $service } a { $app } como { $person }.
reconnect-who-unnamed = Você está reconectando { $service } a { $app } sem indicar um usuário.
reconnect-trouble = Por que estamos pedindo isto
reconnect-refused-since = Desde { $date }, { $app } não consegue renovar o acesso à sua conta { $service }. Isso acontece quando uma senha é alterada ou o acesso é retirado no serviço.
reconnect-refused = { $app } não consegue renovar o acesso à sua conta { $service }. Isso acontece quando uma senha é alterada ou o acesso é retirado no serviço.
reconnect-interrupted-since = Em { $date }, uma renovação do acesso à sua conta { $service } foi interrompida, e o acesso pode ter sido perdido.
reconnect-interrupted = Uma renovação do acesso à sua conta { $service } foi interrompida, e o acesso pode ter sido perdido.
reconnect-look-up = { $app } não consegue ler tudo de que precisa na sua conta { $service }.
reconnect-remedy = Reconectar sua conta resolve isso. Nada mais muda em { $app }.
reconnect-button = Reconectar
reconnect-no-input = Não há nada para preencher. Escolha “Reconectar” e nós cuidamos do resto.
reconnect-done-title = Sua conta { $service } está conectada de novo
reconnect-done-text = { $app } pode voltar a usá-la.
reconnect-gone-title = Esta conexão não existe mais
reconnect-gone-text = { $app } removeu a conexão que seria refeita. Volte para { $app } e conecte sua conta lá. Se você chegou aqui por um link, peça um novo a quem o enviou.
reconnect-date = { $day } de { $month ->
    [m1] janeiro
    [m2] fevereiro
    [m3] março
    [m4] abril
    [m5] maio
    [m6] junho
    [m7] julho
    [m8] agosto
    [m9] setembro
    [m10] outubro
    [m11] novembro
   *[m12] dezembro
} de { $year }
