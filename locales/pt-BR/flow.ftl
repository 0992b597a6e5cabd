# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Abrindo { $service }
leaving-text = Se nada acontecer, use o botão.
ready-title = Continue em { $service }
ready-text = { $service } abre em outra janela. Esta página espera por você.
away-title = Aguardando { $service }
away-text = Conclua na janela que foi aberta. Esta página se atualiza sozinha.
away-text-here = Você foi para { $service } e ainda não concluiu a etapa.
away-again = Abrir { $service } novamente
away-cancel = Cancelar
exchange-title = Conectando { $service }
exchange-text = Um momento: estamos obtendo a última informação de { $service }.
result-close = Você pode fechar esta janela e voltar para { $app }.
result-close-window = Fechar esta janela
interstitial-title = Conectar { $service }?
interstitial-text = Não conseguimos ver de onde veio o link que trouxe você até aqui. Continue somente se foi você quem fez essa solicitação em { $app }.
resubmit-title = Concluindo
resubmit-text = Um momento.
resubmit-continue = Continuar

flow-denied = O acesso não foi permitido em { $service }. Se não era isso que você queria, tente novamente e permita o acesso.
flow-approval = Alguém que administra { $service } ainda precisa aprovar isso. Peça a aprovação e depois conecte novamente.
flow-no-answer = { $service } não respondeu a tempo. Tente novamente em alguns minutos.
flow-refused = { $service } não aceitou o login. Tente novamente; se acontecer de novo, informe a referência à equipe de { $app }.
flow-owner = A conexão com { $service } não está configurada corretamente. Só a equipe de { $app } pode corrigir isso: informe a referência a ela.
flow-definition-changed = O caminho até { $service } foi alterado enquanto você estava lá. Nada foi conectado. Tente novamente.
flow-values = Não é possível acessar { $service } com estes valores. Confira o que você digitou e tente novamente.
flow-foreign-installation = Esta instalação em { $service } pertence a outra pessoa e por isso não foi conectada. Faça login em { $service } com uma conta que tenha permissão para vê-la e tente novamente.
flow-other-server = A resposta não veio do servidor para o qual enviamos você, por isso não a usamos. Tente novamente.
flow-too-late = A etapa em { $service } demorou demais. Tente novamente; você tem meia hora.
flow-cancelled = Você cancelou. Nada foi conectado.
flow-not-stored = { $service } aprovou o acesso, mas não foi possível salvar a conexão. Tente novamente em um minuto.
flow-unknown = Não foi possível conectar { $service }. Tente novamente em um minuto.

flow-closed-browser-title = Conclua onde você começou
flow-closed-browser-text = Esta conexão foi iniciada em outro navegador ou em outra janela. Volte para lá; para sua segurança, ela não pode ser concluída aqui.
flow-closed-used-title = Esta etapa já foi concluída
flow-closed-used-text = O endereço de retorno do serviço só pode ser usado uma vez. Você pode fechar esta janela e voltar para { $app }.
flow-closed-expired-title = Demorou demais
flow-closed-expired-text = O tempo para esta conexão acabou. Feche esta janela, volte para { $app } e comece de novo.
flow-closed-unknown-title = Não conhecemos esta conexão
flow-closed-unknown-text = O endereço que trouxe você até aqui está incompleto ou não é nosso. Volte para { $app } e comece de novo.
flow-start-used-title = Este botão já foi usado
flow-start-used-text = Volte para { $app }: a página aberta lá mostra a situação.
