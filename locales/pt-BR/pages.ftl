## Frame around every page

back = Voltar
close = Fechar
help = Ajuda
badge = Protegido por Nango
reference = Referência: { $reference }
reference-hint = Informe esta referência ao suporte para que possam ver o que aconteceu.
error-prefix = Erro:
opens-in-new-tab = abre em uma nova guia
try-again = Tentar novamente
done = Concluído

leave-title = Sair sem conectar?
leave-text = O que você digitou será perdido.
leave-stay = Continuar aqui
leave-go = Sair

time-text = O tempo desta página acaba em cinco minutos.
time-extend = Ficar mais 30 minutos
time-extended = Pronto. Você tem mais 30 minutos.
time-failed = Não foi possível estender o tempo. O que você digitou continua aqui.

## Opened without a session

waiting-title = Conecte sua conta
waiting-text = Um momento…
bare-title = Este endereço é aberto a partir de um aplicativo
bare-text = Aqui você conecta suas contas em outros serviços quando um aplicativo pede. Volte para o aplicativo e escolha a conexão lá, ou abra o link que você recebeu.
unopened-title = O aplicativo não abriu esta página corretamente
unopened-text = Feche a página e tente novamente no aplicativo. Se isso não ajudar, avise a equipe de { $app }.
refusal-title = Esta página não pode ser mostrada aqui
refusal-text = { $origin } não está na lista de endereços que podem mostrá-la. Nada foi aberto e nada foi compartilhado.
refusal-admin = Se você administra este aplicativo, adicione o endereço em “Environment settings”, “Connect UI”, “Allowed origins”.

## Picker

picker-title = O que você quer conectar?
picker-to = Você está conectando um serviço a { $app } como { $person }.
picker-to-unnamed = Você está conectando um serviço a { $app } sem indicar um usuário.
picker-search = Buscar
picker-count = { $count ->
    [one] { $count } serviço
   *[other] { $count } serviços
}
picker-empty = Nenhum resultado para “{ $query }”.
picker-nothing = Nenhum serviço aqui tem esse nome.
picker-all = Mostrar tudo
no-integrations-title = Nada para conectar ainda
no-integrations-text = { $app } ainda não configurou nenhum serviço. A equipe responsável pode adicionar serviços.

## Results

done-title = Sua conta { $service } está conectada
done-text = { $app } pode usá-la a partir de agora.
done-close = Você pode fechar esta página.
done-another = Conectar outra conta
failure-title = Sua conta { $service } não foi conectada
expired-title = O tempo desta página acabou
expired-text = Ele acabou às { $time }. Volte para { $app } e comece de novo.
expired-text-plain = Volte para { $app } e comece de novo.
expired-who = Se você chegou aqui por um link, peça um novo a quem o enviou.
finished-title = Isto já foi concluído
finished-text = Sua conta { $service } está conectada. Não há mais nada a fazer aqui.
finished-text-plain = Uma conta está conectada. Não há mais nada a fazer aqui.
not-found-title = Não há nada neste endereço
not-found-text = O link pode estar incompleto. Copie o link inteiro, ou volte para { $app } e comece de novo.
error-title = Algo deu errado do nosso lado
error-text = Não foi nada que você fez. Tente novamente em um minuto.
error-busy-title = Muitas solicitações em pouco tempo
error-busy-text = Esta página foi aberta muitas vezes em pouco tempo. Espere um minuto e tente novamente.
error-maintenance-title = Voltamos em breve
error-maintenance-text = O serviço não está disponível no momento. Tente novamente em um minuto.
error-ended-title = Esta página não está mais em uso
error-ended-text = { $app } encerrou esta página. Volte para { $app } e comece de novo.
error-browser-title = Esta página está aberta em outro lugar
error-browser-text = Ela pertence ao navegador que abriu o link primeiro. Continue nele ou abra o link novamente aqui.
error-large-title = O conteúdo é grande demais para este formulário
error-large-text = Um dos campos contém muito mais do que o necessário. Volte e confira o que você colou.
error-unsupported-title = Esta forma de conexão ainda não está disponível
error-unsupported-text = Nada foi conectado. A equipe de { $app } pode escolher outra forma de conectar este serviço.
