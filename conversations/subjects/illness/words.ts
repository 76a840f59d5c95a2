/** Illnesses, and being well. */
export const illnessWords = `
疾病 #ill
患者 #ill
病人 #ill
病情 #ill
身体状况 #ill
身体情况 #ill
健康状况 #ill
得病的 #ill
有病的 #ill
生病的 #ill
病号 #ill
糖尿病 ill+/-? with=*
高血压 ill+/-? with=*
高血糖 ill+/-? with=*
高血脂 ill+/-? with=*
三高 ill+/-? with=*
血压高 ill+/-? with=*
血糖高 ill+/-? with=*
高压病 ill+/-? with=*
心脏病 ill+/-? with=*
冠心病 ill+/-? with=*
心梗 ill+/-? with=*
心肌梗塞 ill+/-? with=*
心肌梗死 ill+/-? with=*
心衰 ill+/-? with=*
房颤 ill+/-? with=*
脑梗 ill+/-? with=*
脑梗塞 ill+/-? with=*
脑梗死 ill+/-? with=*
脑血栓 ill+/-? with=*
脑出血 ill+/-? with=*
脑溢血 ill+/-? with=*
脑瘤 ill+/-? with=*
中风 ill+/-? with=*
偏瘫 ill+/-? with=*
瘫痪 ill+/-? with=*
瘫 ill+/-? with=*
癌 ill+/-? with=*
癌症 ill+/-? with=*
肿瘤 ill+/-? with=*
恶性肿瘤 ill+/-? with=*
尿毒症 ill+/-? with=*
肾炎 ill+/-? with=*
肾病 ill+/-? with=*
肾衰 ill+/-? with=*
肾衰竭 ill+/-? with=*
肾功能衰竭 ill+/-? with=*
肝炎 ill+/-? with=*
乙肝 ill+/-? with=*
丙肝 ill+/-? with=*
肝硬化 ill+/-? with=*
肝病 ill+/-? with=*
肺气肿 ill+/-? with=*
慢阻肺 ill+/-? with=*
老慢支 ill+/-? with=*
慢支 ill+/-? with=*
支气管炎 ill+/-? with=*
气管炎 ill+/-? with=*
慢性支气管炎 ill+/-? with=*
哮喘 ill+/-? with=*
尘肺 ill+/-? with=*
尘肺病 ill+/-? with=*
矽肺 ill+/-? with=*
肺病 ill+/-? with=*
肺心病 ill+/-? with=*
类风湿 ill+/-? with=*
类风湿关节炎 ill+/-? with=*
风湿病 ill+/-? with=*
风湿 ill+/-? with=*
痛风 ill+/-? with=*
癫痫 ill+/-? with=*
羊羔疯 ill+/-? with=*
羊角风 ill+/-? with=*
羊癫疯 ill+/-? with=*
精神病 ill+/-? with=*
精神疾病 ill+/-? with=*
精神分裂 ill+/-? with=*
精神分裂症 ill+/-? with=*
精神残疾 ill+/-? with=*
精神障碍 ill+/-? with=*
抑郁症 ill+/-? with=*
躁狂症 ill+/-? with=*
白血病 ill+/-? with=*
结核 ill+/-? with=*
肺结核 ill+/-? with=*
结核病 ill+/-? with=*
帕金森 ill+/-? with=*
老年痴呆 ill+/-? with=*
痴呆 ill+/-? with=*
阿尔茨海默 ill+/-? with=*
血友病 ill+/-? with=*
再障 ill+/-? with=*
再生障碍性贫血 ill+/-? with=*
地中海贫血 ill+/-? with=*
先心病 ill+/-? with=*
先天性心脏病 ill+/-? with=*
股骨头坏死 ill+/-? with=*
股骨头 ill+/-? with=*
甲状腺癌 ill+/-? with=*
胃癌 ill+/-? with=*
肺癌 ill+/-? with=*
肝癌 ill+/-? with=*
乳腺癌 ill+/-? with=*
食管癌 ill+/-? with=*
食道癌 ill+/-? with=*
肠癌 ill+/-? with=*
直肠癌 ill+/-? with=*
结肠癌 ill+/-? with=*
宫颈癌 ill+/-? with=*
胰腺癌 ill+/-? with=*
淋巴瘤 ill+/-? with=*
脑癌 ill+/-? with=*
骨癌 ill+/-? with=*
鼻咽癌 ill+/-? with=*
膀胱癌 ill+/-? with=*
前列腺癌 ill+/-? with=*
红斑狼疮 ill+/-? with=*
强直性脊柱炎 ill+/-? with=*
强直 ill+/-? with=*
骨髓炎 ill+/-? with=*
脑瘫 ill+/-? with=*
肌无力 ill+/-? with=*
重症肌无力 ill+/-? with=*
渐冻症 ill+/-? with=*
肌肉萎缩 ill+/-? with=*
甲亢 ill+/-? with=*
甲减 ill+/-? with=*
胃溃疡 ill+/-? with=*
肝腹水 ill+/-? with=*
植物人 ill+/-? with=*
艾滋病 ill+/-? with=*
冠脉支架 ill+/-? with=*
肺纤维化 ill+/-? with=*
血栓 ill+/-? with=*
心脏早搏 ill+/-? with=*
心律不齐 ill+/-? with=*
透析 ill+
做透析 ill+
血透 ill+
腹透 ill+
头西 ill+
化疗 ill+
放疗 ill+
做化疗 ill+
做放疗 ill+
支架 ill+
放支架 ill+
放了支架 ill+
装支架 ill+
下支架 ill+
搭桥 ill+
搭过桥 ill+
换肾 ill+
移植 ill+
骨髓移植 ill+
半身不遂 ill+
半边身子不当家 ill+
半边身子不能动 ill+
半个身子不能动 ill+
瘫床上 ill+
瘫在床上 ill+
瘫在床 ill+
瘫炕上 ill+
卧床不起 ill+
卧床 ill+
常年卧床 ill+
长期卧床 ill+
起不来床 ill+
下不了床 ill+
下不来床 ill+
植物状态 ill+
慢病卡 ill+
慢性病卡 ill+
慢性病证 ill+
慢病证 ill+
慢性病本 ill+
慢病本 ill+
慢性病门诊 ill+
大病救助对象 ill+
常年吃药 ill+
长年吃药 ill+
长期吃药 ill+
长期服药 ill+
常年服药 ill+
长年服药 ill+
天天吃药 ill+
天天打针 ill+
终身服药 ill+
一辈子吃药 ill+
药不离口 ill+
离不开药 ill+
离不了药 ill+
断不了药 ill+
药不能断 ill+
药不断 ill+
药没断过 ill+
药罐子 ill+
靠药养着 ill+
靠药维持 ill+
靠药顶着 ill+
常年有病 ill+
长年有病 ill+
常年生病 ill+
长期有病 ill+
长年累月吃药 ill+
打胰岛素 ill+
胰岛素 ill+
神经上的毛病 ill+
神经有毛病 ill+
精神不正常 ill+
精神上有问题 ill+
精神上有毛病 ill+
心脏有眼 ill+
心脏就有眼 ill+
心脏有洞 ill+
心脏有毛病 ill+
心脏有问题 ill+
得了癌 ill+
查出癌 ill+
查出来癌 ill+
查出肿瘤 ill+
长了瘤子 ill+
长了个瘤 ill+
得大病 ill+
得重病 ill+
得了大病 ill+
得了重病 ill+
患大病 ill+
患重病 ill+
患慢性病 ill+
身患重病 ill+
身患大病 ill+
常年住院 ill+
年年住院 ill+
经常住院 ill+
三天两头住院 ill+
腿锯了 ill+
截肢 ill+
截了肢 ill+
失能 ill+
半失能 ill+
病 ill+?/-?
有病 ill+?/-?
生病 ill+?/-?
毛病多 ill+?/-?
残疾 ill+?
重残 ill+?
残疾人 ill+?
残疾证 ill+?
精神不太好 ill+?
精神不好 ill+?
吃着药 ill+?
吃药 ill+?
住院 ill+?
住过院 ill+?
手术 ill+?
做手术 ill+?
做过手术 ill+?
做了手术 ill+?
开刀 ill+?
开过刀 ill+?
开的刀 ill+?
刚开过刀 ill+?
动手术 ill+?
骨折 ill+?
摔断腿 ill+?
腿断了 ill+?
车祸 ill+?
出车祸 ill+?
失明 ill+?
瞎 ill+?
聋 ill+?
哑 ill+?
聋哑 ill+?
聋哑人 ill+?
眼瞎 ill+?
看不见 ill+?
耳聋 ill+?
智障 ill+?
智力残疾 ill+?
弱智 ill+?
身体不好 ill+?
身体不太好 ill+?
身体不行 ill+?
身体差 ill+?
身体弱 ill+?
体弱多病 ill+?
体弱 ill+?
有点毛病 ill+?
身体毛病 ill+?
胃病 ill+?
胃不好 ill+?
胃炎 ill+?
关节炎 ill+?
颈椎病 ill+?
鼻炎 ill+?
腰不好 ill+?
腿不好 ill+?
腿脚不好 ill+?
眼不好 ill+?
眼睛不好 ill+?
血压有点高 ill+?
血糖有点高 ill+?
贫血 ill+?
结石 ill+?
囊肿 ill+?
痔疮 ill+?
皮肤病 ill+?
湿疹 ill+?
甲状腺 ill+?
结节 ill+?
肺结节 ill+?
妇科病 ill+?
小毛病 ill?
小病 ill?
小病小灾 ill?
腰疼 ill?
腿疼 ill?
腰疼腿疼 ill?
腰腿疼 ill?
头疼 ill?
感冒 ill?
发烧 ill?
咳嗽 ill?
头疼脑热 ill?
头疼脑热的 ill?
老毛病 ill?
关节疼 ill?
膝盖疼 ill?
胃疼 ill?
牙疼 ill?
肩膀疼 ill?
浑身疼 ill?
颈椎疼 ill?
老年病 ill?
老年人的病 ill?
硬朗 ill-/+?
健康 ill-/+?
身体健康 ill-/+?
健健康康 ill-/+?
结实着 ill-/+?
身体好 ill-
身体都好 ill-
身体好得很 ill-
身体好着 ill-
身体好着呢 ill-
身体好着来 ill-
身体挺好 ill-
身体都挺好 ill-
身体怪好 ill-
身体不错 ill-
身体硬朗 ill-
身体棒 ill-
身体棒得很 ill-
身体没问题 ill-
身体没毛病 ill-
身体都没问题 ill-
身体正常 ill-
身强力壮 ill-
身体杠杠的 ill-
结实得很 ill-
硬朗着 ill-
硬朗着呢 ill-
硬朗着来 ill-
硬实 ill-
没病 ill-
没病没灾 ill-
没灾没病 ill-
没有病 ill-
没生过病 ill-
`;
