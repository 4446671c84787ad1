import Taro from '@tarojs/taro'

/** Random bytes for a key, from the system. */
export const randomBytes = async (length: number): Promise<Uint8Array> => new Uint8Array((await Taro.getRandomValues({ length })).randomValues)
