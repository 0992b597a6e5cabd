## إطار كل صفحة

back = رجوع
close = إغلاق
help = مساعدة
badge = بحماية Nango
reference = الرقم المرجعي: { $reference }
reference-hint = بهذا الرقم المرجعي يمكن لفريق الدعم معرفة ما حدث.
error-prefix = خطأ:
opens-in-new-tab = يُفتح في علامة تبويب جديدة
try-again = إعادة المحاولة
done = تم

leave-title = الخروج دون ربط الحساب؟
leave-text = سيُفقد ما أدخلته.
leave-stay = متابعة الربط
leave-go = خروج

time-text = ينتهي وقت هذه الصفحة بعد خمس دقائق.
time-extend = تمديد الوقت 30 دقيقة
time-extended = تم التمديد. لديك 30 دقيقة إضافية.
time-failed = تعذّر تمديد الوقت. ما أدخلته لا يزال هنا.

## عند الفتح من دون جلسة

waiting-title = ربط حسابك
waiting-text = لحظة واحدة…
bare-title = يُفتح هذا العنوان من داخل تطبيق
bare-text = هنا تُربط حساباتك في خدمات أخرى عندما يطلب تطبيق ذلك. يُرجى العودة إلى التطبيق واختيار الربط هناك، أو فتح الرابط الذي وصلك.
unopened-title = لم يفتح التطبيق هذه الصفحة على نحو صحيح
unopened-text = يُرجى إغلاقها وإعادة المحاولة في التطبيق. إذا لم يُجدِ ذلك، فيُرجى إبلاغ القائمين على { $app }.
refusal-title = لا يُسمح بعرض هذه الصفحة هنا
refusal-text = العنوان { $origin } ليس ضمن قائمة العناوين المسموح لها بعرضها، لذلك لم يُفتح شيء ولم تُشارَك أي بيانات.
refusal-admin = للقائمين على هذا التطبيق: يُضاف العنوان في «Environment settings» ثم «Connect UI» ثم «Allowed origins».

## اختيار الخدمة

picker-title = ما الخدمة المطلوب ربطها؟
picker-to = سيجري الربط بتطبيق { $app } باسم { $person }.
picker-to-unnamed = سيجري الربط بتطبيق { $app } دون تحديد هوية المستخدم.
picker-search = بحث
picker-count = { $count ->
    [zero] لا توجد خدمات
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $count } خدمات
    [many] { $count } خدمة
   *[other] { $count } خدمة
}
picker-empty = لا توجد خدمة باسم «{ $query }» هنا.
picker-nothing = لا توجد خدمة بهذا الاسم هنا.
picker-all = عرض الكل
no-integrations-title = لا يوجد ما يمكن ربطه بعد
no-integrations-text = لم تُضبط في { $app } أي خدمات بعد. يمكن للقائمين عليه إضافتها.

## النتائج

done-title = تم ربط { $service }
done-text = يمكن لتطبيق { $app } استخدامه من الآن.
done-close = يمكنك إغلاق هذه الصفحة.
done-another = ربط حساب آخر
failure-title = لم يتم ربط { $service }
expired-title = انتهى وقت هذه الصفحة
expired-text = انتهى في الساعة { $time }. يُرجى العودة إلى { $app } والبدء من جديد.
expired-text-plain = يُرجى العودة إلى { $app } والبدء من جديد.
expired-who = إذا وصلت إلى هنا عبر رابط، فيُرجى طلب رابط جديد ممن أرسله.
finished-title = اكتمل هذا من قبل
finished-text = تم ربط { $service }. لم يبقَ شيء يلزم فعله هنا.
finished-text-plain = تم ربط حساب. لم يبقَ شيء يلزم فعله هنا.
not-found-title = لا توجد صفحة بهذا العنوان
not-found-text = قد يكون الرابط غير مكتمل. يُرجى نسخه كاملًا، أو العودة إلى { $app } والبدء من جديد.
error-title = حدث خطأ لدينا
error-text = لا علاقة لذلك بما فعلته. يُرجى إعادة المحاولة بعد دقيقة.
error-busy-title = كانت الطلبات أسرع من اللازم
error-busy-text = طُلبت هذه الصفحة مرات كثيرة في وقت قصير. يُرجى الانتظار دقيقة ثم إعادة المحاولة.
error-maintenance-title = سنعود قريبًا
error-maintenance-text = الخدمة غير متاحة حاليًا. يُرجى إعادة المحاولة بعد دقيقة.
error-ended-title = لم تعد هذه الصفحة مستخدمة
error-ended-text = أغلقها تطبيق { $app }. يُرجى العودة إلى { $app } والبدء من جديد.
error-browser-title = هذه الصفحة مفتوحة في مكان آخر
error-browser-text = تخص هذه الصفحة المتصفح الذي فُتح فيه الرابط أولًا. يُرجى المتابعة هناك، أو فتح الرابط هنا مجددًا.
error-large-title = حجم البيانات أكبر مما يتسع له هذا النموذج
error-large-text = يحتوي أحد الحقول على أكثر بكثير مما يلزم. يُرجى الرجوع والتحقق مما ألصقته.
error-unsupported-title = طريقة الربط هذه غير متاحة بعد
error-unsupported-text = لم يُربط أي شيء. يمكن للقائمين على { $app } اختيار طريقة أخرى لربط هذه الخدمة.
